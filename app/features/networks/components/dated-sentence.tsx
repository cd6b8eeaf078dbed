import { type DateStyle, DateText } from "~/ui/date-text";

type DatedSentenceProps = {
  /** Gets what stands for the date. */
  sentence: (date: string) => string;
  value: Date | string;
  locale: string;
  style?: DateStyle;
};

/** A sentence with a date in it, wherever the language puts it. */
export function DatedSentence({ sentence, value, locale, style }: DatedSentenceProps) {
  const [before = "", after = ""] = sentence("\u0000").split("\u0000");
  return (
    <>
      {before}
      <DateText value={value} locale={locale} style={style} />
      {after}
    </>
  );
}
