import { Form, useLoaderData } from "@remix-run/react";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { AppLink } from "~/ui/app-link";
import { ButtonLink } from "~/ui/button";
import { DateText } from "~/ui/date-text";
import { Empty } from "~/ui/empty";
import { SearchField } from "~/ui/fields/search-field";
import { Page } from "~/ui/frame/page";
import { Register, RegisterRow } from "~/ui/register";
import type { Piece } from "../mail-text";
import type { loader } from "./mail.server";

export { loader } from "./mail.server";

export const meta = () => [...pageTitle(m.development_mail_title()), { name: "robots", content: "noindex" }];

/** The mails that were kept instead of sent, newest first, their links ready to follow. */
export default function KeptMailsPage() {
  const { mails, to, locale } = useLoaderData<typeof loader>();
  return (
    <Page title={m.development_mail_title()} lead={m.development_mail_lead()}>
      <Form method="get" className="mb-8">
        <SearchField
          label={m.development_mail_to()}
          placeholder={m.development_mail_to()}
          name="to"
          defaultValue={to}
          button={m.development_mail_show()}
        />
      </Form>
      {mails.length === 0 ? (
        <Empty
          title={m.development_mail_none()}
          text={to ? m.development_mail_none_to({ to }) : m.development_mail_none_text()}
          action={to ? <ButtonLink to="/dev/mail">{m.development_mail_all()}</ButtonLink> : undefined}
        />
      ) : (
        <Register ruled>
          {mails.map(({ id, subject, recipient, createdAt, pieces }) => (
            <RegisterRow
              key={id}
              id={id}
              title={subject}
              detail={m.development_mail_for({ recipient })}
              end={<DateText value={createdAt} locale={locale} style="recent" />}
            >
              <p className="mt-2 whitespace-pre-line wrap-anywhere">
                {pieces.map((piece, position) => (
                  <MailPiece key={position} {...piece} />
                ))}
              </p>
              <p className="small mt-2">
                <AppLink to={`/dev/mail/${id}`} reloadDocument>
                  {m.development_mail_as_html()}
                </AppLink>
              </p>
            </RegisterRow>
          ))}
        </Register>
      )}
    </Page>
  );
}

const MailPiece = ({ text, path }: Piece) => (path ? <AppLink to={path}>{text}</AppLink> : text);
