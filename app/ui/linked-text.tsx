import { Fragment } from "react";
import { OutsideLink } from "./app-link";

/** An address up to the next space, quote or angle bracket; what ends a sentence is not part of it. */
const address = /(https?:\/\/[^\s<>"“”«»]{1,2000})/i;
const sentenceEnd = /[.,;:!?)\]'’…]$/;

/** Plain text whose web addresses are links; nothing else in it is taken for anything but text. */
export function LinkedText({ text }: { text: string }) {
  return text.split(address).map((part, index) => {
    if (index % 2 === 0) return <Fragment key={index}>{part}</Fragment>;
    let href = part;
    while (sentenceEnd.test(href)) href = href.slice(0, -1);
    return (
      <Fragment key={index}>
        <OutsideLink href={href} className="link">
          {href}
        </OutsideLink>
        {part.slice(href.length)}
      </Fragment>
    );
  });
}
