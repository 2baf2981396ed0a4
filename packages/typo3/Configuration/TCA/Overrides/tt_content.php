<?php

use TYPO3\CMS\Core\Utility\ExtensionManagementUtility;

defined('TYPO3') or die();

(static function (): void {
    $words = 'LLL:EXT:amtsweg/Resources/Private/Language/locallang.xlf:';
    $text = static fn(string $name, int $max): array => [
        'label' => $words . $name,
        'description' => $words . $name . '.description',
        'config' => ['type' => 'input', 'size' => 30, 'max' => $max, 'eval' => 'trim'],
    ];
    $choice = static fn(string $name, array $values): array => [
        'label' => $words . $name,
        'config' => [
            'type' => 'select',
            'renderType' => 'selectSingle',
            'items' => array_map(
                static fn(string $value): array => ['label' => $words . $name . '.' . $value, 'value' => $value === 'search' ? '' : $value],
                $values,
            ),
            'default' => $values[0] === 'search' ? '' : $values[0],
        ],
    ];

    // TYPO3 makes the columns of the database from these.
    ExtensionManagementUtility::addTCAcolumns('tt_content', [
        'tx_amtsweg_widget' => ['onChange' => 'reload'] + $choice('widget', ['wayfinder', 'responsibility-finder']),
        'tx_amtsweg_area' => $text('area', 12),
        'tx_amtsweg_service' => $text('service', 100),
        'tx_amtsweg_view' => ['displayCond' => 'FIELD:tx_amtsweg_widget:=:wayfinder'] + $choice('view', ['search', 'life-situations', 'a-z']),
        'tx_amtsweg_label' => $text('label', 200),
    ]);
    ExtensionManagementUtility::addTcaSelectItem('tt_content', 'CType', [
        'label' => $words . 'element',
        'description' => $words . 'element.description',
        'value' => 'amtsweg_widget',
        'icon' => 'amtsweg-widget',
        'group' => 'special',
    ]);

    $GLOBALS['TCA']['tt_content']['ctrl']['typeicon_classes']['amtsweg_widget'] = 'amtsweg-widget';
    $GLOBALS['TCA']['tt_content']['types']['amtsweg_widget']['showitem'] = '
        --div--;LLL:EXT:core/Resources/Private/Language/Form/locallang_tabs.xlf:general,
            --palette--;;general,
            --palette--;;headers,
            tx_amtsweg_widget, tx_amtsweg_area, tx_amtsweg_service, tx_amtsweg_view, tx_amtsweg_label,
        --div--;LLL:EXT:frontend/Resources/Private/Language/locallang_ttc.xlf:tabs.appearance,
            --palette--;;frames,
            --palette--;;appearanceLinks,
        --div--;LLL:EXT:core/Resources/Private/Language/Form/locallang_tabs.xlf:language,
            --palette--;;language,
        --div--;LLL:EXT:core/Resources/Private/Language/Form/locallang_tabs.xlf:access,
            --palette--;;hidden,
            --palette--;;access,
    ';
})();
