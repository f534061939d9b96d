"""Lists of staff kept elsewhere (a directory, or a file with all of it): looked at first, then taken over.

`records` reads one row, `files` and `ldap` read a source, `planning` compares, `service` looks, takes over and brakes.
"""
