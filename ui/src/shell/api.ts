// The commands of the desktop program, typed as in Rust. The window calls Rust only through this file.
import { invoke as command } from '@tauri-apps/api/core';
import type { AccessEntry } from '$generated/AccessEntry';
import type { Agenda } from '$generated/Agenda';
import type { AccountCard } from '$generated/AccountCard';
import type { CalendarView } from '$generated/CalendarView';
import type { CalendarWords } from '$generated/CalendarWords';
import type { ActionStatus } from '$generated/ActionStatus';
import type { Asked } from '$generated/Asked';
import type { CarersView } from '$generated/CarersView';
import type { CaseCard } from '$generated/CaseCard';
import type { Changed } from '$generated/Changed';
import type { CharterView } from '$generated/CharterView';
import type { CoachRole } from '$generated/CoachRole';
import type { DossierRole } from '$generated/DossierRole';
import type { DossierView } from '$generated/DossierView';
import type { Edit } from '$generated/Edit';
import type { ExportFormat } from '$generated/ExportFormat';
import type { Failure } from '$generated/Failure';
import type { Figures } from '$generated/Figures';
import type { SearchResults } from '$generated/SearchResults';
import type { Habits } from '$generated/Habits';
import type { HeldCheckIn } from '$generated/HeldCheckIn';
import type { ImportPreview } from '$generated/ImportPreview';
import type { LockState } from '$generated/LockState';
import type { MapPicture } from '$generated/MapPicture';
import type { Message } from '$generated/Message';
import type { MethodCard } from '$generated/MethodCard';
import type { MethodPath } from '$generated/MethodPath';
import type { MethodProgressView } from '$generated/MethodProgressView';
import type { NetworkView } from '$generated/NetworkView';
import type { NewConsent } from '$generated/NewConsent';
import type { NewInvitation } from '$generated/NewInvitation';
import type { NoteWords } from '$generated/NoteWords';
import type { PaperRequest } from '$generated/PaperRequest';
import type { PassphraseAdvice } from '$generated/PassphraseAdvice';
import type { PersonCard } from '$generated/PersonCard';
import type { PictureFormat } from '$generated/PictureFormat';
import type { PlanView } from '$generated/PlanView';
import type { Preferences } from '$generated/Preferences';
import type { PrivateCard } from '$generated/PrivateCard';
import type { QualityView } from '$generated/QualityView';
import type { Reminder } from '$generated/Reminder';
import type { ReminderSwitch } from '$generated/ReminderSwitch';
import type { Round } from '$generated/Round';
import type { Seen } from '$generated/Seen';
import type { Session } from '$generated/Session';
import type { StepMove } from '$generated/StepMove';
import type { ThenAndNow } from '$generated/ThenAndNow';
import type { People } from '$generated/People';

let onLocked: () => void = () => undefined;

/** Calls `tell` when a command finds that the account is locked. */
export function whenLocked(tell: () => void): void {
  onLocked = tell;
}

/** Runs a command of the desktop program. */
async function invoke<T>(...call: Parameters<typeof command>): Promise<T> {
  try {
    return await command<T>(...call);
  } catch (thrown) {
    if (isFailure(thrown) && thrown.code === 'locked') onLocked();
    throw thrown;
  }
}

export const api = {
  accounts: () => invoke<AccountCard[]>('accounts'),
  session: () => invoke<Session | null>('session'),
  passphraseAdvice: (passphrase: string) => invoke<PassphraseAdvice>('passphrase_advice', { passphrase }),
  createAccount: (account: { label: string; name: string; role: CoachRole; passphrase: string }) =>
    invoke<string>('create_account', account),
  confirmRecoveryCode: (code: string) => invoke<boolean>('confirm_recovery_code', { code }),
  renewRecoveryCode: (passphrase: string) => invoke<string>('renew_recovery_code', { passphrase }),
  unlock: (label: string, passphrase: string) => invoke<Session>('unlock', { label, passphrase }),
  unlockWithRecovery: (label: string, code: string, passphrase: string) =>
    invoke<Session>('unlock_with_recovery', { label, code, passphrase }),
  lock: () => invoke<void>('lock'),
  /** Ends the program. */
  quit: () => invoke<void>('quit'),
  /** Reports that the window stays open although it was asked to close. */
  keepOpen: () => invoke<void>('keep_open'),
  /** Reports whether somebody used the window since the last call. Returns whether the account is still open. */
  attend: (used: boolean) => invoke<LockState>('attend', { used }),
  setPreferences: (preferences: Preferences) => invoke<void>('set_preferences', { preferences }),
  /** Sets the size of everything, in percent. */
  enlarge: (size: number) => invoke<void>('enlarge', { size }),
  changePassphrase: (old: string, fresh: string) => invoke<void>('change_passphrase', { old, new: fresh }),
  /** Makes an account from what another copy of this one wrote, and returns its label. */
  otherCopySeen: (name: string) => invoke<void>('other_copy_seen', { name }),
  saveOtherCopy: (name: string) => invoke<string>('save_other_copy', { name }),
  checkVault: () => invoke<Message[]>('check_vault'),
  caseload: () => invoke<CaseCard[]>('caseload'),
  /** Returns the agenda of all dossiers. */
  agenda: () => invoke<Agenda>('agenda'),
  calendar: () => invoke<CalendarView>('calendar'),
  startCalendar: (folder: string, names: boolean, words: CalendarWords) =>
    invoke<CalendarView>('start_calendar', { folder, names, words }),
  stopCalendar: () => invoke<CalendarView>('stop_calendar'),
  saveCalendar: (names: boolean, words: CalendarWords) => invoke<string>('save_calendar', { names, words }),
  habits: () => invoke<Habits>('habits'),
  setHabits: (habits: Habits) => invoke<void>('set_habits', { habits }),
  /** Returns today's reminder, at most once a day. */
  reminder: () => invoke<Reminder | null>('reminder'),
  sendReminder: (title: string, text: string) => invoke<void>('send_reminder', { title, text }),
  reminderSwitches: () => invoke<ReminderSwitch[]>('reminder_switches'),
  setReminder: (channel: string, on: boolean) => invoke<ReminderSwitch[]>('set_reminder', { channel, on }),
  figures: () => invoke<Figures>('figures'),
  saveFigures: (rows: string[][]) => invoke<string>('save_figures', { rows }),
  newDossier: (name: string) => invoke<string>('new_dossier', { name }),
  exampleDossier: () => invoke<string>('example_dossier'),
  dossier: (id: string) => invoke<DossierView>('dossier', { id }),
  edit: (id: string, edit: Edit) => invoke<Changed>('edit', { id, edit }),
  undo: (id: string) => invoke<Changed>('undo', { id }),
  redo: (id: string) => invoke<Changed>('redo', { id }),
  /** Returns the quality of a network, now or at a measuring moment. */
  quality: (id: string, at: string | null) => invoke<QualityView>('quality', { id, at }),
  /** Returns a network at a measuring moment, compared with another moment or with now. */
  thenAndNow: (id: string, from: string, to: string | null) =>
    invoke<ThenAndNow>('then_and_now', { id, from, to }),
  /** Returns the days on which a dossier changed, oldest first. */
  days: (id: string) => invoke<string[]>('days', { id }),
  /** Returns a network as it was at the end of a day. */
  networkOn: (id: string, day: string) => invoke<NetworkView>('network_on', { id, day }),
  /** Returns what is computed about a plan and is not in the record itself. */
  plan: (id: string) => invoke<PlanView>('plan', { id }),
  moveAction: (id: string, action: string, to: ActionStatus) =>
    invoke<Changed>('move_action', { id, action, to }),
  planAftercare: (id: string, start: string) => invoke<Changed>('plan_aftercare', { id, start }),
  holdCheckIn: (id: string, checkIn: string, held: HeldCheckIn) =>
    invoke<Changed>('hold_check_in', { id, checkIn, held }),
  /** Returns the step of its method that a dossier is in, with what is known and open for each step. */
  course: (id: string) => invoke<MethodProgressView>('course', { id }),
  moveStep: (id: string, step: string, how: StepMove, words: string) =>
    invoke<Changed>('move_step', { id, step, how, words }),
  methods: (id: string | null) => invoke<MethodCard[]>('methods', { id }),
  /** Saves the method from the staged file. */
  addMethod: () => invoke<MethodPath>('add_method'),
  removeMethod: (name: string) => invoke<void>('remove_method', { name }),
  followMethod: (id: string, name: string) => invoke<Changed>('follow_method', { id, name }),
  /** Returns the carers of a client, with their load over time. */
  carers: (id: string) => invoke<CarersView>('carers', { id }),
  /** Creates a dossier for a person in the network. */
  openCarerDossier: (id: string, person: string) => invoke<Changed>('open_carer_dossier', { id, person }),
  /** Returns the questions to colleagues in a dossier. */
  supervision: (id: string) => invoke<Asked[]>('supervision', { id }),
  noteText: (id: string, note: string) => invoke<string>('note_text', { id, note }),
  /** Stages a file. The import that follows reads it. */
  stageFile: (name: string, bytes: Uint8Array) =>
    invoke<void>('stage_file', bytes, { headers: { 'kring-file-name': encodeURIComponent(name) } }),
  previewImport: (id: string, client: string | null) =>
    invoke<ImportPreview>('preview_import', { id, client }),
  import: (id: string, client: string | null) => invoke<Changed>('import', { id, client }),
  export: (id: string, format: ExportFormat) => invoke<string>('export', { id, format }),
  savePicture: (id: string, format: PictureFormat, picture: MapPicture) =>
    invoke<string>('save_picture', { id, format, picture }),
  /** Makes a paper and returns its files. */
  printPaper: (id: string, request: PaperRequest) => invoke<string[]>('print_paper', { id, request }),
  accessLog: () => invoke<AccessEntry[]>('access_log'),
  people: () => invoke<People>('people'),
  invite: () => invoke<NewInvitation>('invite'),
  inviteOwnDevice: () => invoke<NewInvitation>('invite_own_device'),
  saveInvitation: (text: string) => invoke<string>('save_invitation', { text }),
  withdrawInvitation: (id: string) => invoke<Changed>('withdraw_invitation', { id }),
  acceptOwnDevice: (text: string) => invoke<PersonCard>('accept_own_device', { text }),
  eventsSeen: () => invoke<Changed>('events_seen'),
  acceptInvitation: (text: string) => invoke<PersonCard>('accept_invitation', { text }),
  /** Says that the words match. Another computer of one's own needs the passphrase. */
  confirmPerson: (person: string, passphrase: string | null) =>
    invoke<Changed>('confirm_person', { person, passphrase }),
  /** Reports another computer of this person as lost. It gets nothing more. */
  reportLost: (computers: string[], passphrase: string) =>
    invoke<Changed>('report_lost', { computers, passphrase }),
  forgetPerson: (person: string) => invoke<Changed>('forget_person', { person }),
  setStorage: (address: string, user: string | null, password: string | null) =>
    invoke<void>('set_storage', { address, user, password }),
  setDirect: (on: boolean, relay: string | null) => invoke<void>('set_direct', { on, relay }),
  charter: (id: string) => invoke<CharterView | null>('charter', { id }),
  recordConsent: (id: string, consent: NewConsent) => invoke<Changed>('record_consent', { id, consent }),
  withdrawConsent: (id: string, consent: string) => invoke<Changed>('withdraw_consent', { id, consent }),
  share: (id: string, person: string, role: DossierRole) => invoke<Changed>('share', { id, person, role }),
  withdraw: (id: string, person: string) => invoke<Changed>('withdraw', { id, person }),
  acceptHandover: (id: string) => invoke<Changed>('accept_handover', { id }),
  handOver: (id: string, person: string) => invoke<Changed>('hand_over', { id, person }),
  /** Chooses whom to follow if it is not clear who keeps a dossier. */
  followKeeper: (id: string, person: string) => invoke<Changed>('follow_keeper', { id, person }),
  syncNow: () => invoke<Round | null>('sync_now'),
  /** Saves the edited text of a note. `shown` is the text that the edit began with. */
  writeNote: (id: string, note: string, shown: string, text: string) =>
    invoke<Changed>('write_note', { id, note, shown, text }),
  /** Returns the coach's private notes about a client. */
  privateNotes: (id: string) => invoke<PrivateCard[]>('private_notes', { id }),
  privateText: (id: string, note: string) => invoke<string>('private_text', { id, note }),
  writePrivate: (id: string, note: string, text: string) =>
    invoke<Changed>('write_private', { id, note, text }),
  /** Makes a shared copy of a private note, under a new id. */
  sharePrivate: (id: string, note: string, copy: string) =>
    invoke<Changed>('share_private', { id, note, copy }),
  /** Returns the notes of a dossier that contain an @. */
  notesThatMention: (id: string) => invoke<NoteWords[]>('notes_that_mention', { id }),
  prepareSearch: () => invoke<void>('prepare_search'),
  search: (typed: string) => invoke<SearchResults>('search', { typed }),
  seen: (id: string, seen: Seen) => invoke<Changed>('seen', { id, seen }),
};

/** Returns whether a thrown value is the failure of a command. */
export function isFailure(thrown: unknown): thrown is Failure {
  return typeof thrown === 'object' && thrown !== null && 'code' in thrown && 'args' in thrown;
}
