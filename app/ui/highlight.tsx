/** Stand around a matched word in text that comes from a search engine; no keyboard types them. */
export const matchStart = "\uE000";
export const matchEnd = "\uE001";

/** Text in which matched words, between \uE000 and \uE001, are marked yellow. */
export function Highlight({ text }: { text: string }) {
  const [before = "", ...parts] = text.split(matchStart);
  return (
    <span className="marked">
      {before.replaceAll(matchEnd, "")}
      {parts.map((part, index) => {
        const [match = "", ...after] = part.split(matchEnd);
        return (
          <span key={index}>
            <mark>{match}</mark>
            {after.join("")}
          </span>
        );
      })}
    </span>
  );
}
