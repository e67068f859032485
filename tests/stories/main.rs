//! What people do with Edgewise, one file per story, told to whichever engine `EDGEWISE_ENGINE` names.

mod form;

mod back_up;
mod bring_back_history;
mod broken_link;
mod change_an_answer;
mod come_back_later;
mod damaged_links;
mod describe_stores;
mod first_visit;
mod how_certain;
mod keyboard_only;
mod killed;
mod look_up_an_option;
mod measure_a_score;
mod one_file;
mod parts_are_missing;
mod read_the_method;
mod round_trip;
mod share_a_link;
mod storage_trouble;
mod take_the_record;
mod the_program_stops;
mod two_tabs;
mod undo_and_redo;
mod update;
mod work_offline;
