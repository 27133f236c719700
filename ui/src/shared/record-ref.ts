// A reference to the profile of a dossier or to one record.
import type { RecordRef } from '$generated/RecordRef';

/** Returns the id of the record. The profile has the id `client`. */
export const idOf = (place: RecordRef) => (place.place === 'profile' ? 'client' : place.id);

/** Returns the kind of the record. */
export const kindOf = (place: RecordRef) => (place.place === 'profile' ? 'profile' : place.kind);
