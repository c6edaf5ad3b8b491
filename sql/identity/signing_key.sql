-- signing_key: the key that signs cookies.

select key from app.signing_key limit 1
