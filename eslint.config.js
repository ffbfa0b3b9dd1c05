import reactHooks from "eslint-plugin-react-hooks";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

export default defineConfig(
  { ignores: ["dist/", "node_modules/", "lessons/", "coverage/", "bench/no-op/", "test/exercises/hostile/"] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: ["eslint.config.js"] } },
    },
    rules: {
      // A promise that nobody waits for is the bug that a program about concurrency must not have.
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": "off",
      // Objects here are made of closures; none of their functions uses `this`.
      "@typescript-eslint/unbound-method": "off",
      // Code points are what widths are counted by; joined emoji do not get past makeHarmless.
      "@typescript-eslint/no-misused-spread": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      // Empty functions stand for "nothing to do", with a comment where that is not plain.
      "@typescript-eslint/no-empty-function": "off",
      eqeqeq: "error",
    },
  },
  {
    files: ["src/ui/**"],
    ...reactHooks.configs.flat.recommended,
  },
);
