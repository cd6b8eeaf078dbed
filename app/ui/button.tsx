import type { ButtonHTMLAttributes } from "react";
import { m } from "~/platform/i18n/messages";
import { AppLink, type AppLinkProps } from "./app-link";
import { classes } from "./classes";

export type ButtonVariant = "filled" | "outlined" | "quiet" | "danger";

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  /** The page's one main action is filled; everything else is outlined or quiet. */
  variant?: ButtonVariant;
  /** Its work is under way: it stays readable and focusable, and does nothing when pressed again. */
  busy?: boolean;
  /** 36 px high, for dense lists; 44 px otherwise. */
  small?: boolean;
};

/** A button; of type "submit" unless told otherwise, as in HTML. */
export function Button({ variant = "outlined", busy, small, className, children, ...rest }: ButtonProps) {
  const busyProps = busy
    ? { "aria-disabled": true, onClick: (event: React.MouseEvent) => event.preventDefault() }
    : {};
  return (
    <button {...rest} {...busyProps} className={buttonClass(variant, small, className)}>
      {children}
      {busy ? <Busy /> : null}
    </button>
  );
}

/** A link that looks like a button: for going somewhere, never for changing something. */
export function ButtonLink({
  variant = "outlined",
  small,
  className,
  ...rest
}: AppLinkProps & { variant?: ButtonVariant; small?: boolean }) {
  return <AppLink {...rest} className={buttonClass(variant, small, className)} />;
}

function buttonClass(variant: ButtonVariant, small?: boolean, className?: string) {
  return classes("btn", `btn-${variant}`, small && "btn-small", className);
}

function Busy() {
  return (
    <span className="busy">
      <span className="sr-only">{m.ui_busy()}</span>
      <i aria-hidden="true" />
      <i aria-hidden="true" />
      <i aria-hidden="true" />
    </span>
  );
}
