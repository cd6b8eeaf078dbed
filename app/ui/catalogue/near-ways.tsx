import { ButtonLink } from "../button";

export type NearWaysProps = {
  /** Ways out of an empty answer, best first, each saying how much it brings (`lookAround` of platform/search-engine). */
  ways: { label: string; to: string }[];
  /** Offered where there is none. */
  otherwise: { label: string; to: string };
};

/** What one can do where nothing was found: the way that brings most back first. */
export function NearWays({ ways, otherwise }: NearWaysProps) {
  const offered = ways.length > 0 ? ways : [otherwise];
  return (
    <ul className="near-ways">
      {offered.map(({ label, to }) => (
        <li key={to}>
          <ButtonLink to={to} preventScrollReset>
            {label}
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}
