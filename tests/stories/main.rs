//! What people do with Edgewise, one file per story, told to whichever engine `EDGEWISE_ENGINE` names.

mod form;

mod broken_link;
mod change_an_answer;
mod come_back_later;
mod describe_stores;
mod first_visit;
mod keyboard_only;
mod share_a_link;
mod take_the_record;
