import type { LoaderFunctionArgs } from "@remix-run/node";
import { photoPath, profileOf } from "~/features/accounts/index.server";
import { dayOf, networksOf } from "~/features/networks/index.server";
import { NotAllowed, NotFound } from "~/platform/errors/errors";
import { answering } from "~/platform/http/answering.server";
import { ageBandName, languageName, subjectName } from "~/platform/i18n/vocabulary";
import { isId } from "../ids";
import { maySeePeople } from "../permissions";
import { peopleSeen } from "../queries.server";
import { earlierSchools } from "../school.server";

/** A visitor signs in first, whether or not there is such a person. Four queries. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { db } = context.services;
  const id = params.id ?? "";
  return answering(request, context, async (actor) => {
    if (actor.kind === "visitor") throw new NotAllowed();
    const [person] = maySeePeople(actor) && isId(id) ? await peopleSeen(db, [id]) : [];
    if (!person) throw new NotFound();
    const networks = await networksOf(db, person.id, dayOf(new Date()));
    const { subjects, ages, languages, ...texts } = await profileOf(db, person.id);
    return {
      locale: context.locale,
      name: person.name,
      photo: photoPath(person.id, person.photo),
      teaches: {
        subjects: subjects.map(subjectName),
        ages: ages.map(ageBandName),
        languages: languages.map(languageName),
      },
      offers: texts.offers,
      wishes: texts.wishes,
      about: texts.about,
      where: [person.school, person.town].filter(Boolean).join(", "),
      schoolId: person.schoolId,
      earlier: await earlierSchools(db, person.id),
      networks: networks.map(({ slug, name, duty }) => ({ slug, name, duty })),
      self: actor.kind === "person" && actor.id === person.id,
    };
  });
}
