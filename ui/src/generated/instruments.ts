// Generated from Rust by `cargo xtask codegen`; not to be edited.

/** The instruments that can be filled in, with their items in order. */
export const instruments = {
  'three_questions': [
    { name: 'own-life', scale: 'sometimes', most: 2, places: 1 },
    { name: 'go-on', scale: 'sometimes', most: 2, places: 1 },
    { name: 'take-over', scale: 'sometimes', most: 2, places: 1 },
  ],
  'caregiver_strain_index': [
    { name: 'sleep', scale: 'yes_no', most: 1, places: 1 },
    { name: 'inconvenient', scale: 'yes_no', most: 1, places: 1 },
    { name: 'body', scale: 'yes_no', most: 1, places: 1 },
    { name: 'confined', scale: 'yes_no', most: 1, places: 1 },
    { name: 'household', scale: 'yes_no', most: 1, places: 1 },
    { name: 'plans', scale: 'yes_no', most: 1, places: 1 },
    { name: 'demands', scale: 'yes_no', most: 1, places: 1 },
    { name: 'quarrels', scale: 'yes_no', most: 1, places: 1 },
    { name: 'behaviour', scale: 'yes_no', most: 1, places: 1 },
    { name: 'changed', scale: 'yes_no', most: 1, places: 1 },
    { name: 'work', scale: 'yes_no', most: 1, places: 1 },
    { name: 'money', scale: 'yes_no', most: 1, places: 1 },
    { name: 'overwhelmed', scale: 'yes_no', most: 1, places: 1 },
  ],
  'carer_qol': [
    { name: 'fulfilment', scale: 'how_much', most: 2, places: 1 },
    { name: 'relation', scale: 'how_much', most: 2, places: 1 },
    { name: 'mind', scale: 'how_much', most: 2, places: 1 },
    { name: 'days', scale: 'how_much', most: 2, places: 1 },
    { name: 'money', scale: 'how_much', most: 2, places: 1 },
    { name: 'support', scale: 'how_much', most: 2, places: 1 },
    { name: 'body', scale: 'how_much', most: 2, places: 1 },
    { name: 'happiness', scale: 'ladder', most: 10, places: 2 },
  ],
} as const;

/** The score of the Caregiver Strain Index from which strain is high. */
export const highStrain = 7;
