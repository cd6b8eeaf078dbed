import { classes } from "./classes";
import { Initials, type InitialsProps } from "./initials";

/** Sides of the squares, as `.initials-…` draws them. */
const sides = { small: 28, middle: 42, large: 72 };

export type PortraitProps = InitialsProps & {
  /** Address of the photo, in its smaller size; null shows the initials. */
  photo: string | null;
  /** Says what it is where the photo itself matters; beside the name there is nothing to add. */
  alt?: string;
};

/** A person: their photo, or a square of the same size with their initials. */
export function Portrait({ name, photo, size = "middle", alt = "" }: PortraitProps) {
  if (photo === null) return <Initials name={name} size={size} />;
  return (
    <img
      className={classes("portrait", `initials-${size}`)}
      src={size === "large" ? `${photo}?size=large` : photo}
      width={sides[size]}
      height={sides[size]}
      alt={alt}
      loading="lazy"
      decoding="async"
    />
  );
}
