import { Button } from "~/ui/button";
import { CheckField, CheckGroup, CheckRow } from "~/ui/fields/check-field";
import { FormErrors } from "~/ui/fields/form-errors";
import { PasswordField } from "~/ui/fields/password-field";
import { RadioField } from "~/ui/fields/radio-field";
import { SearchField } from "~/ui/fields/search-field";
import { SelectField } from "~/ui/fields/select-field";
import { Stepper } from "~/ui/fields/stepper";
import { SuggestField } from "~/ui/fields/suggest-field";
import { TextArea, TextField } from "~/ui/fields/text-field";
import { Section } from "~/ui/section";
import { Both, type Side } from "./both";

const subjects = [
  { value: "physics", label: "Physics" },
  { value: "geography", label: "Geography" },
];

const joining = [
  { value: "open", label: "Anyone may join" },
  { value: "request", label: "They ask, a coordinator admits", hint: "With a message of a few lines" },
];

/** Every field: filled, empty and wrong. */
export function Forms() {
  return (
    <>
      <Section title="Fields">
        <Both>{(side) => <Filled side={side} />}</Both>
      </Section>
      <Section title="Fields with mistakes">
        <FormErrors
          errors={{
            "email-wrong-light": "Write your address with an @, as in sam@example.org",
            "": "This form was open too long. Please send it again.",
          }}
        />
        <Both>{(side) => <Wrong side={side} />}</Both>
      </Section>
      <Section title="Search and facets">
        <Both>
          {(side) => (
            <>
              <SearchField label="Search packs" defaultValue="wnd turbine" />
              <div className="mt-6 grid max-w-60 gap-6">
                <CheckGroup label="Subject">
                  <CheckRow
                    label="Physics"
                    name={`subject-${side}`}
                    value="physics"
                    count={6}
                    defaultChecked
                  />
                  <CheckRow label="Design and technology" name={`subject-${side}`} value="dt" count={5} />
                  <CheckRow
                    label="Hauswirtschaftswissenschaften"
                    name={`subject-${side}`}
                    value="hw"
                    count={1}
                  />
                  <CheckRow label="5 to 7" name={`subject-${side}`} value="none" count={0} />
                </CheckGroup>
              </div>
              <p className="mt-6">
                for <Stepper name={`pupils-${side}`} label="Pupils" defaultValue={28} min={1} max={60} />{" "}
                pupils
              </p>
            </>
          )}
        </Both>
      </Section>
    </>
  );
}

function Filled({ side }: { side: Side }) {
  return (
    <>
      <TextField
        label="Name"
        name={`name-${side}`}
        defaultValue="Samira Okafor"
        hint="As your pupils know you"
      />
      <TextField label="Telephone" name={`phone-${side}`} type="tel" optional placeholder="+44" />
      <SuggestField
        label="Your school"
        name={`school-${side}`}
        action="/schools/suggest"
        hint="Name, town or postcode"
      />
      <PasswordField
        label="Password"
        name={`password-${side}`}
        autoComplete="new-password"
        defaultValue="chalk and sponge"
      />
      <SelectField
        label="Subject"
        name={`subject-of-${side}`}
        options={subjects}
        placeholder="Choose a subject"
      />
      <TextArea label="About you" name={`about-${side}`} rows={3} />
      <RadioField label="Who joins" name={`joining-${side}`} options={joining} defaultValue="request" />
      <CheckField
        label="Write to me about new boxes"
        name={`mail-${side}`}
        defaultChecked
        hint="One mail a week at most"
      />
      <TextField label="Code of the box" name={`code-${side}`} defaultValue="NOT-014" readOnly />
      <div className="actions mt-6">
        <Button variant="filled">Save</Button>
        <Button variant="quiet">Leave it</Button>
      </div>
    </>
  );
}

function Wrong({ side }: { side: Side }) {
  return (
    <>
      <TextField
        label="Mail address"
        name={`email-wrong-${side}`}
        defaultValue="sam.example.org"
        error="Write your address with an @, as in sam@example.org"
      />
      <PasswordField
        label="Password"
        name={`password-wrong-${side}`}
        error="Use at least 12 letters; three words do well"
      />
      <SelectField
        label="Subject"
        name={`subject-wrong-${side}`}
        options={subjects}
        placeholder="Choose a subject"
        error="Choose one"
      />
      <RadioField
        label="Who joins"
        name={`joining-wrong-${side}`}
        options={joining}
        error="Choose how people join"
      />
      <CheckField
        label="I have read the safety notes"
        name={`read-wrong-${side}`}
        error="Read them first: blades spin at eye height"
      />
    </>
  );
}
