import latin from "@fontsource-variable/schibsted-grotesk/files/schibsted-grotesk-latin-wght-normal.woff2?url";

/** The `<link>` that fetches the text font beside the style sheet rather than after it. */
export const fontPreload = {
  rel: "preload",
  as: "font",
  type: "font/woff2",
  href: latin,
  crossOrigin: "anonymous",
} as const;
