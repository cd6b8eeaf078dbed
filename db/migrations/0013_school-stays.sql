CREATE TABLE "school_stays" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"school_id" uuid NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "school_stays" ADD CONSTRAINT "school_stays_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "school_stays" ADD CONSTRAINT "school_stays_school_id_schools_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."schools"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "school_stays_current_unique" ON "school_stays" USING btree ("person_id") WHERE "school_stays"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "school_stays_person" ON "school_stays" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "school_stays_school" ON "school_stays" USING btree ("school_id","started_at");--> statement-breakpoint
INSERT INTO "school_stays" ("person_id", "school_id", "started_at")
  SELECT "id", "school_id", "created_at" FROM "people" WHERE "school_id" IS NOT NULL;
--> statement-breakpoint
-- Whoever changes where a person teaches: the stay that is left ends, the new one begins. What lasted less than a day
-- was a slip.
CREATE FUNCTION note_school_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW.school_id IS NOT DISTINCT FROM OLD.school_id THEN RETURN NULL; END IF;
    DELETE FROM school_stays
      WHERE person_id = NEW.id AND ended_at IS NULL AND started_at > now() - interval '1 day';
    UPDATE school_stays SET ended_at = now() WHERE person_id = NEW.id AND ended_at IS NULL;
  END IF;
  IF NEW.school_id IS NOT NULL THEN
    INSERT INTO school_stays (person_id, school_id, started_at)
      VALUES (NEW.id, NEW.school_id, CASE TG_OP WHEN 'INSERT' THEN NEW.created_at ELSE now() END);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER people_school_stay AFTER INSERT OR UPDATE OF school_id ON "people"
  FOR EACH ROW EXECUTE FUNCTION note_school_stay();
