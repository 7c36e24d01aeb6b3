/** Documents that every workspace has beside its artefacts. Their ids are their kinds. */
export const platformDocuments = ['workspace', 'evidence'] as const
export type PlatformDocument = (typeof platformDocuments)[number]

export const isPlatformDocument = (kind: string): kind is PlatformDocument =>
  platformDocuments.some((platform) => platform === kind)
