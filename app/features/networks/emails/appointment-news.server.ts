import { writeToPerson } from "~/features/accounts/index.server";
import { m } from "~/platform/i18n/messages";
import type { Services } from "~/platform/services/services.server";
import { appointmentNews } from "../news.server";
import { dutyWord, longDay } from "../words";

/** Tells a person by mail that they were appointed, until when, and what they can do now. */
export async function mailAppointed(
  services: Services,
  { appointmentId }: { appointmentId: string },
): Promise<void> {
  const news = await appointmentNews(services.db, appointmentId);
  if (!news || news.endedAt) return;
  const { network, personId, duty, endsOn } = news;
  await writeToPerson(services, personId, `appointment-${appointmentId}`, ({ name }) => {
    const gaps = { network: network.name, duty: dutyWord(duty), until: longDay(endsOn) };
    return {
      subject: m.networks_mail_appointed_subject(gaps),
      greeting: m.networks_mail_greeting({ name }),
      paragraphs: [m.networks_mail_appointed_text(gaps), m.networks_mail_appointed_next()],
      button: {
        label: m.networks_mail_to_coordinate(),
        url: `${services.config.appUrl}/networks/${network.slug}/coordinate`,
      },
    };
  });
}

/** Tells a person by mail that their appointment ended before its term. */
export async function mailAppointmentEnded(
  services: Services,
  { appointmentId }: { appointmentId: string },
): Promise<void> {
  const news = await appointmentNews(services.db, appointmentId);
  if (!news?.endedAt) return;
  const { network, personId, duty } = news;
  await writeToPerson(services, personId, `appointment-${appointmentId}-ended`, ({ name }) => {
    const gaps = { network: network.name, duty: dutyWord(duty) };
    return {
      subject: m.networks_mail_ended_subject(gaps),
      greeting: m.networks_mail_greeting({ name }),
      paragraphs: [m.networks_mail_ended_text(gaps)],
      button: {
        label: m.networks_mail_to_network({ network: network.name }),
        url: `${services.config.appUrl}/networks/${network.slug}`,
      },
    };
  });
}
