import { m } from "~/platform/i18n/messages";
import { minutesText } from "~/platform/i18n/vocabulary";
import { ChevronIcon } from "~/ui/icons";
import { Register, RegisterRow } from "~/ui/register";

export type ActivityShown = { title: string; summary: string; minutes: number; steps: string[] };

/** The activities of a pack in order. Steps open one activity at a time; on paper all of them stand there. */
export function Activities({ activities, language }: { activities: ActivityShown[]; language: string }) {
  return (
    <Register ordered>
      {activities.map((activity, index) => (
        <RegisterRow
          key={index}
          id={`activity-${index + 1}`}
          lead={<span className="block w-6 text-xl font-bold text-board sm:w-8">{index + 1}</span>}
          title={
            <h3 className="text-[length:inherit]" lang={language}>
              {activity.title}
            </h3>
          }
          detail={<p lang={language}>{activity.summary}</p>}
          end={<span className="whitespace-nowrap">{lessonLength(activity.minutes)}</span>}
        >
          <Steps steps={activity.steps} language={language} />
        </RegisterRow>
      ))}
    </Register>
  );
}

/** Lessons are planned in minutes; "1200 min" would be a riddle. */
const lessonLength = (minutes: number) =>
  minutes <= 100 ? m.length_minutes({ minutes }) : minutesText(minutes);

// The list stands beside the `<details>`, not in it: what is folded up inside one is not printed everywhere.
function Steps({ steps, language }: { steps: string[]; language: string }) {
  if (steps.length === 0) return null;
  return (
    <>
      <details className="group peer -mb-2 print:hidden">
        <summary className="inline-flex min-h-9 cursor-pointer list-none items-center gap-1 text-sm text-blue [&::-webkit-details-marker]:hidden">
          {m.packs_steps({ count: steps.length })}
          <span className="group-open:rotate-180">
            <ChevronIcon />
          </span>
        </summary>
      </details>
      <ol
        className="mt-3 list-decimal space-y-3 ps-6 marker:text-ink-3 marker:normal-nums not-print:peer-[&:not([open])]:hidden"
        lang={language}
      >
        {steps.map((step, index) => (
          <li key={index} className="max-w-text ps-1">
            {step}
          </li>
        ))}
      </ol>
    </>
  );
}
