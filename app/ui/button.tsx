import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from "react";
import { Icon, type IconName } from "./icon";
import { joinClasses } from "./join-classes";
import { Kbd, shortcutName } from "./kbd";

export type ButtonVariant = "primary" | "secondary" | "danger" | "quiet";

type Look = {
  variant?: ButtonVariant;
  small?: boolean;
  wide?: boolean;
  icon?: IconName;
  /** A key of useShortcuts ("r", "1", "ctrl+enter"): shown on the button and acted on in hydrated pages. */
  shortcut?: string;
  /** Where the key is drawn; decisions show it first. */
  shortcutFirst?: boolean;
  children: ReactNode;
};

const variants: Record<ButtonVariant, string | undefined> = {
  primary: "btn-p",
  secondary: undefined,
  danger: "btn-d",
  quiet: "btn-q",
};

export type ButtonProps = Look & Omit<ButtonHTMLAttributes<HTMLButtonElement>, "children">;

/** A button that submits its form unless `type="button"`. */
export function Button({
  variant,
  small,
  wide,
  icon,
  shortcut,
  shortcutFirst,
  children,
  className,
  type = "submit",
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      className={classOf({ variant, small, wide }, className)}
      data-key={shortcut}
      {...rest}
    >
      <Face icon={icon} shortcut={shortcut} shortcutFirst={shortcutFirst} small={small}>
        {children}
      </Face>
    </button>
  );
}

export type ButtonLinkProps = Look &
  Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "children"> & { href: string };

/** A link that looks like a button: use it when it goes somewhere and changes nothing. */
export function ButtonLink({
  variant,
  small,
  wide,
  icon,
  shortcut,
  shortcutFirst,
  children,
  className,
  ...rest
}: ButtonLinkProps) {
  return (
    <a className={classOf({ variant, small, wide }, className)} data-key={shortcut} {...rest}>
      <Face icon={icon} shortcut={shortcut} shortcutFirst={shortcutFirst} small={small}>
        {children}
      </Face>
    </a>
  );
}

function classOf(
  { variant = "secondary", small, wide }: Pick<Look, "variant" | "small" | "wide">,
  more?: string,
) {
  return joinClasses("btn", variants[variant], small && "btn-s", wide && "btn-wide", more);
}

function Face({ icon, shortcut, shortcutFirst, small, children }: Look) {
  const key = shortcut && <Kbd decorative>{shortcutName(shortcut)}</Kbd>;
  return (
    <>
      {shortcutFirst && key}
      {icon && <Icon name={icon} size={small ? 14 : 16} />}
      <span>{children}</span>
      {!shortcutFirst && key}
    </>
  );
}
