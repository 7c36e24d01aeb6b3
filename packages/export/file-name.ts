/** The name of an exported file, such as `polder-samen-minder-alleen-2026-11-24.html`; letters, digits and hyphens only. */
export const fileNameOf = (title: string, at: number, extension: string): string => {
  const slug = title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '')
  return ['polder', ...(slug === '' ? [] : [slug]), `${new Date(at).toISOString().slice(0, 10)}.${extension}`].join('-')
}
