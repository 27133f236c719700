import type { CarerCard } from "./CarerCard"; import type { OwnDossier } from "./OwnDossier"; import type { LinkedDossier } from "./LinkedDossier";
export type CarersView = { carers: Array<CarerCard>, own_dossiers: Array<OwnDossier>, carer_in: LinkedDossier | null, };
