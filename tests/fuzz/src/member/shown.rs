//! Texts, days and numbers that programs stumble over.

/// Words: names, characters that change their length in other letters, signs of markup and of formats.
pub(crate) const WORDS: &[&str] = &[
    "Fatima",
    "Joris",
    "buurvrouw",
    "Koffie gedronken met @Fatima en @Joris.",
    "",
    " ",
    "\n",
    "a\r\nb\rc\u{2028}d\u{85}e",
    "\t\u{0}\u{7}\u{1b}[2J",
    "İstanbul İİİ",
    "ẞtraße ŉ ǰ ΐ",
    "e\u{301}e\u{301}e\u{300}\u{300}\u{300}\u{300}",
    "\u{fdfa}\u{fdfa} ﬁ ﬃ",
    "👩‍👩‍👧‍👦🇳🇱👍🏽",
    "\u{202e}enohp\u{2066}",
    "שרה محمد 李小龍",
    "\u{feff}\u{200b}\u{ad}",
    "\u{10ffff}\u{e000}\u{fffd}",
    "١٢٣ 𝟙𝟚 ½ ²",
    "#set page(width: 0pt)\n= A $ x $ `y` @z <w>",
    "\\ \" ' ` & < > ]]> <svg/> {$name} { \"x\" } %s",
    "=1+1",
    "-",
    "0",
    "65535",
    "0.5 0.5",
    "1e308 -1e308",
    "NaN inf",
    "-0.0000 1.0000",
    "client",
    "seven-steps",
    "network-coach",
    "map",
    "eigen",
    "eerste",
    "0123456789",
    "1111111111111",
    "---",
    "true",
    "../../x",
    "CON",
];

/// Days, and texts that are nearly days.
pub(crate) const DAYS: &[&str] = &[
    "2026-11-25",
    "2026-11-24",
    "2026-11-26",
    "2026-09-21",
    "2026-09-22",
    "2025-02-28",
    "2024-02-29",
    "2100-01-31",
    "1948",
    "1948-05",
    "1948-05-03",
    "~1948",
    "~1948-05-03",
    "0001-01-01",
    "0001-01-02",
    "9999-12-31",
    "9999-12-30",
    "0000-01-01",
    "-0001-12-31",
    "+10000-01-01",
    "+262142-12-31",
    "-262143-01-01",
    "2026-11-31",
    "2026-11-25T00:00:00Z",
    "20261125",
];

/// Whole numbers at the ends of what fields can hold.
pub(crate) const NUMBERS: &[i64] = &[
    0,
    1,
    2,
    -1,
    59,
    60,
    540,
    1_439,
    1_440,
    1_850,
    1_948,
    2_200,
    9_999,
    32_768,
    65_535,
    65_536,
    4_294_967_296,
    9_007_199_254_740_993,
    i64::MAX,
    i64::MIN,
];

/// Times of changes, in seconds since 1970: about the day of the scene, and far from it.
pub(crate) const TIMES: &[i64] = &[
    1_789_900_000,
    1_790_000_000,
    1_790_086_400,
    1_700_000_000,
    1_789_000_000,
    0,
    1,
    -1,
    -62_135_596_800,
    -62_135_596_801,
    253_402_300_799,
    253_402_300_800,
    8_210_266_876_799,
    i64::MAX,
    i64::MIN,
];

/// Numbers that are not whole.
pub(crate) const FLOATS: &[f64] =
    &[0.5, 0.0, -0.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MAX, f64::MIN_POSITIVE, 65_536.5];

/// Files of methods: one that can be followed, and some that nearly can.
pub(crate) const METHODS: &[&str] = &[
    "kring-method = 1\nname = \"eigen\"\ntitle = \"Eigen\"\n[[step]]\nname = \"eerste\"\nabout = \"map\"\n\
     title = \"Eerste\"\npurpose = \"Beginnen.\"\nquestions = [\"Wie?\"]\n",
    "kring-method = 1\nname = \"eigen\"\ntitle = \"\"\n[[step]]\nname = \"eerste\"\nphase = \"a\"\nabout = \
     \"plan\"\ntitle = \"a\"\npurpose = \"b\"\n[[step]]\nname = \"tweede\"\nphase = \"b\"\nabout = \
     \"client\"\ntitle = \"\"\npurpose = \"\"\n",
    "kring-method = 1\nname = \"seven-steps\"\ntitle = \"x\"\nstep = []\n",
    "kring-method = 2",
    "step = [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
];
