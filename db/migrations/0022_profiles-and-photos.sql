CREATE TABLE "stored_files" (
	"key" text PRIMARY KEY NOT NULL,
	"batch" uuid NOT NULL,
	"unwanted_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "stored_files_key_form" CHECK ("stored_files"."key" ~ '^[a-z0-9-]+(/[a-z0-9-]+)*[.][a-z0-9]+$')
);
--> statement-breakpoint
CREATE TABLE "profiles" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"subjects" text[] DEFAULT '{}' NOT NULL,
	"ages" text[] DEFAULT '{}' NOT NULL,
	"languages" text[] DEFAULT '{}' NOT NULL,
	"offers" text DEFAULT '' NOT NULL,
	"wishes" text DEFAULT '' NOT NULL,
	"about" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"search_text" text GENERATED ALWAYS AS (plain_words("profiles"."offers")) STORED NOT NULL,
	CONSTRAINT "profiles_subjects_known" CHECK ("profiles"."subjects" <@ array['physics','chemistry','biology','mathematics','computing','design-and-technology','geography']),
	CONSTRAINT "profiles_ages_known" CHECK ("profiles"."ages" <@ array['5-7','7-11','11-14','14-18']),
	CONSTRAINT "profiles_languages_known" CHECK ("profiles"."languages" <@ array['aa','ab','af','ak','am','an','ar','as','av','ay','az','ba','be','bg','bi','bm','bn','bo','br','bs','ca','ce','ch','co','cr','cs','cv','cy','da','de','dv','dz','ee','el','en','eo','es','et','eu','fa','ff','fi','fj','fo','fr','fy','ga','gd','gl','gn','gu','gv','ha','he','hi','ho','hr','ht','hu','hy','hz','id','ig','ii','ik','io','is','it','iu','ja','jv','ka','kg','ki','kj','kk','kl','km','kn','ko','kr','ks','ku','kv','kw','ky','la','lb','lg','li','ln','lo','lt','lu','lv','mg','mh','mi','mk','ml','mn','mr','ms','mt','my','na','nb','nd','ne','ng','nl','nn','nr','nv','ny','oc','oj','om','or','os','pa','pl','ps','pt','qu','rm','rn','ro','ru','rw','sa','sc','sd','se','sg','si','sk','sl','sm','sn','so','sq','sr','ss','st','su','sv','sw','ta','te','tg','th','ti','tk','tl','tn','to','tr','ts','tt','tw','ty','ug','uk','ur','uz','ve','vi','vo','wa','wo','xh','yi','yo','za','zh','zu']),
	CONSTRAINT "profiles_languages_few" CHECK (cardinality("profiles"."languages") <= 20),
	CONSTRAINT "profiles_lengths" CHECK (char_length("profiles"."offers") <= 500 and char_length("profiles"."wishes") <= 500 and char_length("profiles"."about") <= 1000)
);
--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "photo" uuid;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "search_text" text GENERATED ALWAYS AS (plain_words("people"."name")) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "profiles" ADD CONSTRAINT "profiles_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "stored_files_batch" ON "stored_files" USING btree ("batch");--> statement-breakpoint
CREATE INDEX "stored_files_unwanted" ON "stored_files" USING btree ("unwanted_at") WHERE "stored_files"."unwanted_at" is not null;--> statement-breakpoint
CREATE INDEX "profiles_subjects" ON "profiles" USING gin ("subjects");--> statement-breakpoint
CREATE INDEX "profiles_ages" ON "profiles" USING gin ("ages");--> statement-breakpoint
CREATE INDEX "profiles_languages" ON "profiles" USING gin ("languages");--> statement-breakpoint
CREATE INDEX "profiles_search_text" ON "profiles" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "people_by_name" ON "people" USING btree ("search_text" collate "C","id");--> statement-breakpoint
CREATE INDEX "people_search_text" ON "people" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
-- Whoever takes a photo away, puts another in its place or deletes the person: nobody wants its files any more.
CREATE FUNCTION let_go_of_photo() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE stored_files SET unwanted_at = now() WHERE batch = OLD.photo;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER people_photo_replaced AFTER UPDATE OF photo ON "people"
  FOR EACH ROW WHEN (OLD.photo IS NOT NULL AND OLD.photo IS DISTINCT FROM NEW.photo)
  EXECUTE FUNCTION let_go_of_photo();
--> statement-breakpoint
CREATE TRIGGER people_photo_gone AFTER DELETE ON "people"
  FOR EACH ROW WHEN (OLD.photo IS NOT NULL) EXECUTE FUNCTION let_go_of_photo();
