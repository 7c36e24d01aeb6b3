/** Documents that every workspace has beside its artefacts. Their ids are their kinds. */
export const platformDocuments = ['workspace', 'evidence'] as const
