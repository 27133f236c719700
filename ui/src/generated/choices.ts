// Generated from Rust by `cargo xtask codegen`; not to be edited.

/** The values of every choice, in the order in which a person is asked. */
export const choices = {
  'about': ['client', 'map', 'quality', 'possibilities', 'needs', 'plan', 'carry_out', 'aftercare', 'talk'],
  'action-status': ['planned', 'started', 'done', 'dropped'],
  'age': ['0-17', '18-29', '30-44', '45-64', '65-79', '80+'],
  'carer-role': ['pivotal_carer', 'advocate', 'case_manager'],
  'channel': ['meeting', 'telephone', 'messages', 'video', 'letters'],
  'civil-status': ['single', 'living_together', 'married', 'divorced', 'widowed'],
  'dossier-status': ['open', 'closed'],
  'energy': ['towards', 'away', 'both', 'neither'],
  'frequency': ['daily', 'weekly', 'monthly', 'quarterly', 'yearly', 'never'],
  'gender': ['woman', 'man', 'other'],
  'goal': ['contacts', 'doing_things', 'practical_help'],
  'goal-status': ['open', 'reached', 'let_go'],
  'going': ['well', 'wavering', 'help_needed'],
  'household': ['alone', 'partner', 'family', 'single_parent', 'parents', 'others', 'sheltered', 'none'],
  'initiative': ['client', 'other', 'both'],
  'instrument': ['caregiver_strain_index', 'carer_qol', 'caregiver_reaction_assessment', 'social_support_list', 'three_questions'],
  'intervention': ['revive', 'activate', 'unblock', 'intensify', 'maintain', 'widen', 'change_attitude', 'cut', 'support_carer', 'respite'],
  'life': ['alive', 'deceased'],
  'life-dimension': ['emotional', 'relations', 'material', 'development', 'physical', 'self_determination', 'inclusion', 'rights'],
  'need-status': ['open', 'met'],
  'network-dimension': ['size', 'variety', 'density', 'reachability', 'care_capacity'],
  'note': ['visit', 'call', 'message', 'consultation', 'thought'],
  'organisation': ['care', 'welfare', 'club', 'faith', 'school', 'work', 'authority', 'peers'],
  'parentage': ['birth', 'adopted', 'foster', 'step'],
  'partnership': ['married', 'living_together', 'apart'],
  'passage': ['begun', 'done', 'skipped'],
  'plan-method': ['family_group_conference', 'network_strengthening', 'role_valorisation'],
  'provision': ['own_strength', 'network', 'general', 'individual'],
  'quality': ['supportive', 'close', 'fused', 'neutral', 'distant', 'strained', 'cut_off'],
  'reason': ['reciprocity', 'burden', 'privacy', 'role_confusion', 'autonomy'],
  'relation': ['partner', 'parent', 'child', 'sibling', 'grandparent', 'grandchild', 'family', 'friend', 'acquaintance', 'neighbour', 'colleague', 'fellow', 'volunteer', 'professional'],
  'ring': ['intimates', 'friends', 'acquaintances', 'services'],
  'role-time': ['now', 'wished', 'dropped'],
  'schooling': ['primary', 'lower', 'middle', 'higher'],
  'sector': ['family', 'fellow_clients', 'professionals', 'society'],
  'strength': ['strong', 'ordinary', 'weak'],
  'support': ['practical', 'emotional', 'company', 'appraisal', 'information'],
  'talent': ['talent', 'interest', 'affinity'],
  'tie': ['acquainted', 'family', 'friends', 'neighbours', 'colleagues', 'care'],
  'travel': ['same_house', 'walk', 'half_hour', 'two_hours', 'farther', 'abroad'],
  'work': ['paid', 'voluntary', 'study', 'household', 'seeking', 'unable', 'retired'],
  'worked': ['yes', 'partly', 'no'],
} as const;

/** The methods that ship, with the names of their steps: their titles are in the message files. */
export const shipped = {
  'seven-steps': ['map', 'quality', 'possibilities', 'widen', 'plan', 'carry-out', 'aftercare'],
  'network-coach': ['acquaintance', 'map', 'quality', 'out-of-doors', 'interests', 'team-up', 'top-three', 'plan', 'go-for-it', 'learn'],
} as const;

/** The fields of a person that an edit can set. */
export const personFields = ['name', 'relation', 'sector', 'ring', 'ecogram', 'circle', 'sociogram', 'genogram', 'group', 'age', 'gender', 'civil_status', 'work', 'schooling', 'travel', 'frequency', 'channel', 'initiative', 'gives', 'receives', 'quality', 'strength', 'energy', 'carer_roles', 'life', 'born', 'died', 'own_dossier', 'contact', 'remark', 'origin'] as const;

/** The kinds of records, and the profile, with the keys of their fields. */
export const fields = {
  profile: ['name', 'birth_year', 'gender', 'household', 'languages', 'district', 'story', 'method', 'step', 'status', 'carer_in', 'example', 'called_intimates', 'called_friends', 'called_acquaintances', 'called_services', 'called_family', 'called_fellow_clients', 'called_professionals', 'called_society'],
  person: ['name', 'relation', 'sector', 'ring', 'ecogram', 'circle', 'sociogram', 'genogram', 'group', 'age', 'gender', 'civil_status', 'work', 'schooling', 'travel', 'frequency', 'channel', 'initiative', 'gives', 'receives', 'quality', 'strength', 'energy', 'carer_roles', 'life', 'born', 'died', 'own_dossier', 'contact', 'remark', 'origin'],
  organisation: ['name', 'kind', 'sector', 'ring', 'ecogram', 'circle', 'sociogram', 'group', 'frequency', 'gives', 'receives', 'quality', 'strength', 'energy', 'contact', 'remark', 'origin'],
  tie: ['a', 'b', 'kind', 'strength', 'quality', 'energy', 'origin'],
  partnership: ['a', 'b', 'kind', 'since', 'separated', 'divorced', 'origin'],
  parentage: ['parent', 'child', 'kind', 'origin'],
  wish: ['words', 'dimension'],
  life: ['dimension', 'words', 'moment'],
  need: ['title', 'provision', 'own_strength', 'from_network', 'from_general', 'from_individual', 'status', 'words'],
  talent: ['title', 'kind', 'offer'],
  role: ['title', 'time'],
  resistance: ['reason', 'person', 'words'],
  goal: ['title', 'kind', 'dimension', 'life', 'wish', 'status'],
  action: ['title', 'intervention', 'method', 'goal', 'member', 'doer', 'first_step', 'place', 'due', 'status', 'begun', 'ended', 'worked', 'outcome'],
  note: ['title', 'kind', 'day', 'minutes', 'present', 'step', 'agreed', 'next', 'next_time'],
  moment: ['name', 'day', 'heads'],
  measurement: ['instrument', 'person', 'day', 'moment', 'answers'],
  passage: ['method', 'step', 'kind', 'day', 'words'],
  approach: ['method', 'day', 'participants', 'agreements'],
  check_in: ['due', 'held', 'going', 'words', 'moment'],
  supervision: ['words', 'reply_to', 'day', 'settled'],
  own_method: ['name', 'definition'],
} as const;

/** The most characters of a line, of prose in a field, and of a note. */
export const longest = { line: 500, prose: 20000, note: 200000 } as const;
