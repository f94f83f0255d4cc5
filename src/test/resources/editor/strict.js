// node strict.js AJV SCHEMA KEYWORD...: compiles a schema as draft 2020-12 in ajv's strict mode.
const [ajv, schema, ...keywords] = process.argv.slice(2);
const Ajv = require(ajv).default;
const strict = new Ajv({strict: true, allowUnionTypes: true, formats: {date: true}});
strict.addVocabulary(keywords);
strict.compile(JSON.parse(require("fs").readFileSync(schema, "utf8")));
