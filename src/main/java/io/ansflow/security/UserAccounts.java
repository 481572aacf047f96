package io.ansflow.security;

import java.util.Optional;
import org.springframework.data.repository.CrudRepository;

interface UserAccounts extends CrudRepository<UserAccount, Long> {
    Optional<UserAccount> findByName(String name);
}
