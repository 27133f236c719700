#![no_main]

libfuzzer_sys::fuzz_target!(init: fuzzing::expect_caught_panics(), |data: &[u8]| fuzzing::vault(data));
