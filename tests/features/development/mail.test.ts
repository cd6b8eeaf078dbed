import { beforeAll, describe, expect, it } from "vitest";
import { pieces } from "~/features/development/mail-text";
import { loader as list } from "~/features/development/pages/mail.server";
import { loader as letter } from "~/features/development/pages/mail-letter.server";
import { loader as ui } from "~/features/development/pages/ui.server";
import type { Config } from "~/platform/config/config.server";
import type { Services } from "~/platform/services/services.server";
import { house } from "../../support/house";
import { contextFor } from "../accounts/post";

let services: Services;
let mailId: string;
beforeAll(async () => {
  services = (await house()).services;
  const mail = {
    to: "a@example.org",
    subject: "S",
    text: "see http://localhost:3000/verify?token=x now",
    html: "<p>S</p>",
  };
  await services.mail.send({ ...mail, id: "1" });
  await services.mail.send({ ...mail, to: "b@example.org", id: "2" });
  const [row] = (await services.pool.query<{ id: string }>("select id from kept_mails limit 1")).rows;
  mailId = row!.id;
});

const open = (
  loader: typeof letter | typeof list | typeof ui,
  config: Partial<Config>,
  path = "/dev/mail",
) => {
  const context = contextFor({ ...services, config: { ...services.config, ...config } });
  return loader({ request: new Request(`http://localhost:3000${path}`), params: { id: mailId }, context });
};

const refused = expect.objectContaining({ status: 404 });

describe("/dev/mail", () => {
  it.each([
    [{ environment: "production", demo: false }, false],
    [{ environment: "production", demo: true }, true],
    [{ environment: "development", demo: false }, true],
    [{ environment: "test", demo: false }, false],
    [{ environment: "development", demo: true, smtpUrl: "smtp://mail.example" }, false],
  ] as const)("with %j is there: %s", async (config, there) => {
    for (const loader of [list, letter]) {
      const opened = open(loader, config as Partial<Config>);
      if (there) await expect(opened).resolves.toBeTruthy();
      else await expect(opened).rejects.toEqual(refused);
    }
  });

  it("lists newest first, for one address if asked, with links of this site to follow", async () => {
    const all = (await open(list, { demo: true })) as Awaited<ReturnType<typeof list>>;
    expect(all.mails.map(({ recipient }) => recipient)).toEqual(["b@example.org", "a@example.org"]);
    expect(all.mails[0]?.pieces[1]).toEqual({
      text: "http://localhost:3000/verify?token=x",
      path: "/verify?token=x",
    });
    const one = (await open(list, { demo: true }, "/dev/mail?to=A@example.org")) as typeof all;
    expect(one.mails.map(({ recipient }) => recipient)).toEqual(["a@example.org"]);
  });

  it("makes links of this site's addresses only", () => {
    const text = "http://evil.example/ http://localhost:3000.evil.example/x http://localhost:3000/ok";
    const linked = pieces(text, "http://localhost:3000").filter(({ path }) => path);
    expect(linked).toEqual([{ text: "http://localhost:3000/ok", path: "/ok" }]);
    expect(
      pieces(text, "http://localhost:3000")
        .map((piece) => piece.text)
        .join(""),
    ).toBe(text);
  });
});

it("/dev/ui is there in development only", async () => {
  await expect(open(ui, { environment: "production", demo: true })).rejects.toEqual(refused);
  await expect(open(ui, { environment: "development" })).resolves.toBeNull();
});
