//! What people do with Edgewise, one file per story, told to whichever engine `EDGEWISE_ENGINE` names.

mod first_visit;
