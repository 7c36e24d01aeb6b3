/** The most pixels of a logo: sharp on paper at the size at which it stands on a title page. */
export const logoBounds = { width: 800, height: 320 } as const

/** How long the words may be that stand for a logo. */
export const longestLogoWords = 200

/** A workspace has one logo, kept among its records under this name. */
export const logoCollection = 'logo'
