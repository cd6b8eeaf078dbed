/** Most bytes of a photo that is sent: 8 MB. The site lets no more through (`platform/http`). */
export const LARGEST_PHOTO = 8 * 1_048_576;

/** Sides of the squares that are kept, in pixels: for 72 px on the sharpest screens, and for 42 px on most. */
export const photoSizes = { large: 256, small: 96 } as const;
export type PhotoSize = keyof typeof photoSizes;

/** Where the file of a photo lies. */
export const photoKey = (batch: string, size: PhotoSize) => `photos/${batch}-${size}.webp`;

/** The address of a person's photo as it is now, in the smaller size; null for who has none. */
export const photoPath = (personId: string, photo: string | null) =>
  photo === null ? null : `/people/${personId}/photo/${photo}`;
