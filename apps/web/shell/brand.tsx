/** The mark: fields under a line of light. */
export const BrandMark = ({ size }: { readonly size: number }) => (
  <svg width={size} height={size} viewBox="0 0 40 40" aria-hidden className="shrink-0 forced-color-adjust-none">
    <path fill="#00404b" d="M0 0h40v40H0z" />
    <path fill="#fad838" d="M26 14.2 4.6 40h13.6Z" />
    <path fill="#d4e7ed" d="M26 14.2 0 25.6V38.6Z" opacity=".92" />
    <path fill="#5fa06f" d="M26 14.2 20.6 40h10.6Z" />
    <path fill="#d4e7ed" d="M26 14.2 33.6 40H40v-8.6Z" opacity=".92" />
    <path fill="#2a7f78" d="M26 14.2 0 18v5.2Z" />
    <path fill="#2a7f78" d="M26 14.2 40 18.6v8.8Z" />
    <path fill="#fcf7dc" d="M0 11.6h40v2.4H0z" />
  </svg>
)
