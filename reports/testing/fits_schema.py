"""Checks a JSON file against a JSON schema of draft 2020-12: fits_schema.py SCHEMA FILE"""

import json
import sys

from jsonschema import Draft202012Validator

schema, instance = (json.load(open(path, encoding="utf-8")) for path in sys.argv[1:3])
Draft202012Validator.check_schema(schema)
errors = list(Draft202012Validator(schema).iter_errors(instance))
for error in errors:
    print(f"{error.json_path}: {error.message}")
sys.exit(1 if errors else 0)
