//! Work without a network, in English.

use crate::text::offline::Offline;

pub const OFFLINE: Offline = Offline {
    coming: "Getting ready to work offline",
    ready: "Works offline",
    failed: "Not ready to work offline: a part did not arrive. The next visit tries again.",
    none: "This browser keeps no copy for work offline",
    file: "Works offline: all of Edgewise is in this file",
    update: "A new version is ready.",
    update_body: "Your answers stay. Every open tab of Edgewise is loaded anew.",
    unsaved: "Another tab uses it already. This tab holds answers that could not be saved: copy them with Share before \
              you reload.",
    reload: "Reload now",
    later: "Later",
};
