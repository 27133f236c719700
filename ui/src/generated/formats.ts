// Generated from Rust by `cargo xtask codegen`; not to be edited.

/** The extensions of the files that can be imported. */
export const importExtensions = ['.ged', '.gedcom', '.gramps', '.csv', '.tsv', '.txt', '.graphml', '.xml', '.json', '.vcf', '.vcard'] as const;

/** The names of the formats that can be imported, by kind of contents. */
export const importTitles = { contacts: 'vCard', networks: 'GraphML, Network Canvas, Kring JSON', tables: 'CSV', trees: 'GEDCOM, Gramps' } as const;

/** The formats that a dossier is exported in. */
export const exportFormats = ['csv', 'graphml', 'json'] as const;

/** The formats that a picture is saved in. */
export const pictureFormats = ['svg', 'png', 'pdf'] as const;
