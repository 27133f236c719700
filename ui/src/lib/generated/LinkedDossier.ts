export type LinkedDossier = { id: string, name: string | null, };
