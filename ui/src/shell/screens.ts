// The screens of the window. `App.svelte` has the component of each.

/** The name of a screen. */
export type Screen =
  'welcome' | 'create' | 'recovery' | 'caseload' | 'dossier' | 'people' | 'own-device' | 'agenda' | 'figures';
