import type { LinkedDossier } from "./LinkedDossier";
export type OwnDossier = { person: string, dossier: LinkedDossier, };
