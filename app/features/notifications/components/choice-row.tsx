import { m } from "~/platform/i18n/messages";
import { FieldError, fieldId } from "~/ui/fields/field";
import { type MailChoice, mailChoices } from "~db/vocabulary/notifications";

const words: Record<MailChoice, () => string> = {
  each: m.notifications_choice_each,
  daily: m.notifications_choice_daily,
  weekly: m.notifications_choice_weekly,
  never: m.notifications_choice_never,
};

type ChoiceRowProps = { kind: string; name: string; choice: string; error: string | undefined };

/** One kind of news and the four ways to learn of it by mail. */
export function ChoiceRow({ kind, name, choice, error }: ChoiceRowProps) {
  const id = fieldId(kind);
  return (
    <fieldset className="border-b border-rule py-3" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="float-start w-full font-semibold">{name}</legend>
      <div className="clear-both grid grid-cols-2 gap-x-4 sm:grid-cols-4">
        {mailChoices.map((value, index) => (
          <label className="check" key={value}>
            <input
              type="radio"
              name={kind}
              value={value}
              defaultChecked={value === choice}
              // The summary of errors leads to the first choice.
              id={index === 0 ? id : undefined}
              aria-invalid={error ? true : undefined}
            />
            <span>{words[value]()}</span>
          </label>
        ))}
      </div>
      <FieldError id={id} error={error} />
    </fieldset>
  );
}
