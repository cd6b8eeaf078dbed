import type { ReactNode } from "react";
import { m } from "~/platform/i18n/messages";
import { shownName } from "~/platform/i18n/shown-name";
import { LinkedText } from "~/ui/linked-text";
import type { shownAnnouncement } from "../announcements.server";

export type ShownAnnouncement = ReturnType<typeof shownAnnouncement>;

type AnnouncementListProps = {
  announcements: ShownAnnouncement[];
  /** What can be done with one. */
  end?: (announcement: ShownAnnouncement) => ReactNode;
};

/** Announcements with all their words, one under the other. */
export function AnnouncementList({ announcements, end }: AnnouncementListProps) {
  return announcements.map((announcement) => {
    const { id, title, author, on, paragraphs } = announcement;
    return (
      <article key={id} id={`announcement-${id}`} className="border-b border-rule py-4">
        <h3 className="wrap-anywhere">{title}</h3>
        <p className="row-detail">{m.networks_announcement_by({ author: shownName(author), on })}</p>
        <AnnouncementText paragraphs={paragraphs} />
        {end?.(announcement)}
      </article>
    );
  });
}

/** Plain text in paragraphs; addresses of the web in it are links. */
export function AnnouncementText({ paragraphs }: { paragraphs: string[] }) {
  return (
    <div className="prose mt-2">
      {paragraphs.map((paragraph, index) => (
        <p key={index} className="wrap-anywhere whitespace-pre-line">
          <LinkedText text={paragraph} />
        </p>
      ))}
    </div>
  );
}
