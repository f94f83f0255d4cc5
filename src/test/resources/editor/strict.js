// node strict.js SERVER SCHEMA KEYWORD...: compiles a schema as draft 2020-12 in the strict mode of the ajv of a package.
const [server, schema, ...keywords] = process.argv.slice(2);
const Ajv = require(require.resolve("ajv/dist/2020", {paths: [server]})).default;
const strict = new Ajv({strict: true, allowUnionTypes: true, formats: {date: true}});
strict.addVocabulary(keywords);
strict.compile(JSON.parse(require("fs").readFileSync(schema, "utf8")));
