import { writeToPerson } from "~/features/accounts/index.server";
import { m } from "~/platform/i18n/messages";
import type { Services } from "~/platform/services/services.server";
import { paragraphsOf } from "../network";
import { requestNews } from "../news.server";

/** Tells a person by mail that they were admitted, or why not. */
export async function mailRequestDecided(
  services: Services,
  { requestId }: { requestId: string },
): Promise<void> {
  const news = await requestNews(services.db, requestId);
  if (!news || (news.state !== "admitted" && news.state !== "declined")) return;
  const { network, person, state, reason } = news;
  const url = `${services.config.appUrl}/networks/${network.slug}`;
  await writeToPerson(services, person.id, `request-${requestId}-${state}`, ({ name }) =>
    state === "admitted"
      ? {
          subject: m.networks_mail_admitted_subject({ network: network.name }),
          greeting: m.networks_mail_greeting({ name }),
          paragraphs: [
            m.networks_mail_admitted_text({ network: network.name }),
            ...paragraphsOf(network.welcome),
          ],
          button: { label: m.networks_mail_to_network({ network: network.name }), url },
        }
      : {
          subject: m.networks_mail_declined_subject({ network: network.name }),
          greeting: m.networks_mail_greeting({ name }),
          paragraphs: [
            m.networks_mail_declined_text({ network: network.name }),
            reason ?? "",
            m.networks_mail_declined_next(),
          ],
          button: { label: m.networks_mail_find_another(), url: `${services.config.appUrl}/networks` },
        },
  );
}
