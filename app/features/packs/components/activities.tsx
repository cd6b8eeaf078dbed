import { m } from "~/platform/i18n/messages";
import { minutesText } from "~/platform/i18n/vocabulary";
import { Register, RegisterRow } from "~/ui/register";

export type ActivityShown = { title: string; summary: string; minutes: number; steps: string[] };

/** The activities of a pack in order. Steps open one activity at a time; on paper all of them stand there. */
export function Activities({ activities, language }: { activities: ActivityShown[]; language: string }) {
  return (
    <Register ordered>
      {activities.map((activity, index) => (
        <RegisterRow
          key={activity.title}
          id={`activity-${index + 1}`}
          lead={<span className="block w-6 text-xl font-bold text-board sm:w-8">{index + 1}</span>}
          title={
            <h3 className="text-[length:inherit]" lang={language}>
              {activity.title}
            </h3>
          }
          detail={<p lang={language}>{activity.summary}</p>}
          end={<span className="whitespace-nowrap">{minutesText(activity.minutes)}</span>}
        >
          <Steps steps={activity.steps} language={language} />
        </RegisterRow>
      ))}
    </Register>
  );
}

// The list stands beside the `<details>`, not in it: what is folded up inside one is not printed everywhere.
function Steps({ steps, language }: { steps: string[]; language: string }) {
  if (steps.length === 0) return null;
  return (
    <>
      <details className="peer mt-1 print:hidden">
        <summary className="inline-block cursor-pointer py-2 text-sm text-blue">
          {m.packs_steps({ count: steps.length })}
        </summary>
      </details>
      <ol
        className="list-decimal space-y-3 ps-6 pb-2 marker:text-ink-3 not-print:peer-[&:not([open])]:hidden print:pt-2"
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
