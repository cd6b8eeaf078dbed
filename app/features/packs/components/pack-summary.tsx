import { MindThis } from "~/ui/notice";
import { PackTags, type PackTagsProps } from "./pack-tags";

export type PackSummaryProps = {
  pack: PackTagsProps["pack"] & { summary: string; safety: string[]; language: string };
  writtenIn: string | null;
};

/** Under the title: what the pack is about, its facts, and what to mind before anything is built. */
export function PackSummary({ pack, writtenIn }: PackSummaryProps) {
  return (
    <>
      <p className="lead mt-2" lang={pack.language}>
        {pack.summary}
      </p>
      <PackTags pack={pack} writtenIn={writtenIn} />
      {pack.safety.length > 0 ? (
        <div className="mt-6">
          <MindThis>
            <ul className="space-y-1" lang={pack.language}>
              {pack.safety.map((note, index) => (
                <li key={index}>{note}</li>
              ))}
            </ul>
          </MindThis>
        </div>
      ) : null}
    </>
  );
}
